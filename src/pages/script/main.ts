import { addSuggestions } from "./combobox.ts";

const forms = document.querySelectorAll<HTMLFormElement>("form[data-suggest]");
for (const [i, form] of forms.entries()) addSuggestions(form, `suggestions-${i}`);
