import type { NamedSchema } from "./schemaFields.ts";
import { DataTable } from "./table.tsx";
import type { View } from "./view.ts";

export const schemaAnchor = (name: string) => `schema-${name}`;

/** Each named structure, folded: long ones have over a hundred members. */
export function Schemas({ view, schemas }: { view: View; schemas: readonly NamedSchema[] }) {
  const { docs } = view.words.service;
  return (
    <section>
      <h2>{docs.schemas}</h2>
      {schemas.map((schema) => (
        <details class="schema" id={schemaAnchor(schema.name)}>
          <summary>
            <code>{schema.name}</code>
          </summary>
          {schema.description !== null && <p lang="en">{schema.description}</p>}
          <DataTable
            caption={docs.membersOf(schema.name)}
            hideCaption
            columns={[{ head: docs.name }, { head: docs.type }, { head: docs.description }]}
            rows={schema.fields.map((field) => [
              <code>{field.path}</code>,
              <span lang="en">{field.type}</span>,
              <>
                {!field.required && <span class="muted">{docs.optional} </span>}
                {field.description !== null && <span lang="en">{field.description}</span>}
              </>,
            ])}
          />
        </details>
      ))}
    </section>
  );
}
