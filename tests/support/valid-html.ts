import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // The server writes what the compiler made: `<br/>`, comments between nodes and trimmed attributes are fine.
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    // Boxes ticked together share a name, like radio buttons.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit"] }],
    // Tables that become cards on a phone write their roles out; see DataTable.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["table", "row", "rowgroup", "cell", "columnheader"] }],
    // Long titles are for people, not for a search engine's line.
    "long-title": "off",
  },
});

/** Each fault of the page's HTML as one line; none when the HTML is valid. */
export async function faultsOfHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
