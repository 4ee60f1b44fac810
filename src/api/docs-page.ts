import { openApi } from "./openapi.ts";

type Operation = {
  operationId: string;
  summary: string;
  description: string;
  parameters: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content: { "application/json": { schema: unknown } } };
  responses: { "200": { content: { "application/json": { schema: object } } } };
};

/** The API's description as a plain page: no script, nothing fetched from anywhere. */
export function docsPage(): string {
  const paths = openApi().paths as Record<string, Record<string, Operation>>;
  const sections = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method.toUpperCase(), path, operation)),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đối Thoại API</title>
</head>
<body>
<main>
<h1>Đối Thoại API</h1>
<p>The machine-readable description is <a href="/api/openapi.json">openapi.json</a>; a register file is described by
<a href="/api/schemas/register.json">register.json</a>. Send <code>Authorization: Bearer dt_…</code>, the token of a
post, and with every act an <code>Idempotency-Key</code>.</p>
${sections.join("\n")}
</main>
</body>
</html>
`;
}

function section(
  method: string,
  path: string,
  { operationId, summary, description, ...rest }: Operation,
): string {
  const answer = rest.responses["200"].content["application/json"].schema;
  const schema = rest.requestBody?.content["application/json"].schema ?? rest.parameters;
  return `<section>
<h2 id="${escape(operationId)}">${escape(summary)}</h2>
<p><code>${method} ${escape(path)}</code></p>
<p>${escape(description)}</p>
${shape("Input", schema)}
${Object.keys(answer).length > 0 ? shape("Answer", answer) : ""}
</section>`;
}

function shape(title: string, schema: unknown): string {
  return `<details><summary>${title}</summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
