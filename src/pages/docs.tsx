import { Schemas, schemaAnchor } from "./docsSchemas.tsx";
import { page } from "./layout.tsx";
import {
  isNamed,
  limitsText,
  type Operation,
  type Parameter,
  type Route,
  routesOf,
  typeText,
} from "./openapi.ts";
import { namedSchemas } from "./schemaFields.ts";
import { DataTable } from "./table.tsx";
import type { View } from "./view.ts";

/** The reference of the API, made from its OpenAPI document alone. */
export function docsPage(view: View, document: unknown) {
  const { docs } = view.words.service;
  const routes = routesOf(document);
  return page({
    view,
    title: docs.title,
    crumbs: [{ label: docs.title }],
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{docs.title}</h1>
          <p class="lead">{docs.lead}</p>
          <p>
            <a href="/api/v1/openapi.json">{docs.document}</a>
          </p>
        </div>
        <div class="aside-first">
          <Contents view={view} routes={routes} />
          <div>
            <Conventions view={view} />
            <section>
              <h2>{docs.routes}</h2>
              {routes.map((route) => (
                <RouteCard view={view} route={route} />
              ))}
            </section>
            <Schemas view={view} schemas={namedSchemas(document)} />
          </div>
        </div>
      </div>
    ),
  });
}

function Contents({ view, routes }: { view: View; routes: readonly Route[] }) {
  const { docs } = view.words.service;
  return (
    <nav class="contents sticky" aria-labelledby="routes-title">
      <h2 class="small" id="routes-title">
        {docs.routes}
      </h2>
      <ol>
        {routes.map((route) => (
          <li>
            <a href={`#${route.anchor}`}>
              <span class="vh">{`${route.method} `}</span>
              {route.path}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Conventions({ view }: { view: View }) {
  const { docs } = view.words.service;
  return (
    <section>
      <h2>{docs.conventions}</h2>
      <ul>
        {docs.conventionItems.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      {docs.untranslated !== "" && <p class="muted">{docs.untranslated}</p>}
    </section>
  );
}

function RouteCard({ view, route }: { view: View; route: Route }) {
  const { docs } = view.words.service;
  const { operation } = route;
  const name = `${route.method} ${route.path}`;
  return (
    <article class="route" id={route.anchor}>
      <h3>
        <span class="method">{route.method}</span>
        {route.path}
      </h3>
      {operation.summary !== undefined && (
        <p lang="en">
          <strong>{operation.summary}</strong>
        </p>
      )}
      {operation.description !== undefined && (
        <p class="cut" lang="en">
          {operation.description}
        </p>
      )}
      <Asked view={view} operation={operation} />
      <Parameters view={view} caption={docs.parametersOf(name)} parameters={operation.parameters ?? []} />
      <Responses view={view} caption={docs.responsesOf(name)} operation={operation} />
    </article>
  );
}

/** What a caller has to bring along beside parameters: a token, a body. */
function Asked({ view, operation }: { view: View; operation: Operation }) {
  const { docs } = view.words.service;
  const bodies = Object.entries(operation.requestBody?.content ?? {});
  return (
    <>
      {operation.security !== undefined && <p>{docs.needsToken}</p>}
      {bodies.map(([type, media]) => (
        <p>
          {docs.body}
          {view.words.site.unit.colon}
          <code>{type}</code> <TypeName schema={media.schema} />
        </p>
      ))}
    </>
  );
}

interface ParametersProps {
  view: View;
  caption: string;
  parameters: readonly Parameter[];
}

function Parameters({ view, caption, parameters }: ParametersProps) {
  const { docs } = view.words.service;
  if (parameters.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={[{ head: docs.name }, { head: docs.place }, { head: docs.type }, { head: docs.description }]}
      rows={parameters.map((parameter) => [
        <code>{parameter.name}</code>,
        `${docs.places[parameter.in] ?? parameter.in}${view.words.site.unit.comma}${parameter.required ? docs.required : docs.optional}`,
        <span lang="en">
          {[typeText(parameter.schema), limitsText(parameter.schema)]
            .filter((text) => text !== "")
            .join(", ")}
        </span>,
        parameter.description !== undefined && <span lang="en">{parameter.description}</span>,
      ])}
    />
  );
}

/** A named structure leads to its members. */
function TypeName({ schema }: { schema: unknown }) {
  const name = typeText(schema);
  return isNamed(schema) ? <a href={`#${schemaAnchor(name)}`}>{name}</a> : name;
}

interface ResponsesProps {
  view: View;
  caption: string;
  operation: Operation;
}

function Responses({ view, caption, operation }: ResponsesProps) {
  const { docs } = view.words.service;
  const responses = Object.entries(operation.responses ?? {});
  if (responses.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={[{ head: docs.status }, { head: docs.description }, { head: docs.content }]}
      rows={responses.map(([status, response]) => [
        status,
        response.description !== undefined && <span lang="en">{response.description}</span>,
        Object.entries(response.content ?? {}).map(([type, media], index) => (
          <span lang="en">
            {index > 0 && <br />}
            <code>{type}</code> <TypeName schema={media.schema} />
          </span>
        )),
      ])}
    />
  );
}
