import { SIZES, THEMES } from "./preferences.ts";
import { href, type View } from "./view.ts";

interface ChoicesProps {
  legend: string;
  name: "size" | "theme";
  options: { value: string; label: string }[];
  chosen: string;
}

function Choices({ legend, name, options, chosen }: ChoicesProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <button
          type="submit"
          class="choice"
          name={name}
          value={value}
          aria-pressed={value === chosen ? "true" : "false"}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** Size of the text and colours: each button saves one choice and comes back to the same page. */
export function DisplayControls({ view }: { view: View }) {
  const { display } = view.words.site;
  const { size, theme } = view.preferences;
  return (
    <form class="display-form" method="post" action="/preferences">
      <input type="hidden" name="return" value={`${href(view.lang, view.path)}${view.query}`} />
      <Choices
        legend={display.size}
        name="size"
        chosen={size}
        options={SIZES.map((value) => ({ value, label: display.sizes[value] }))}
      />
      <Choices
        legend={display.theme}
        name="theme"
        chosen={theme}
        options={THEMES.map((value) => ({ value, label: display.themes[value] }))}
      />
    </form>
  );
}
