const [tags, done] = arguments;
const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
axe.run(document, options).then(
  ({ violations, passes, incomplete, inapplicable }) =>
    done({
      rules: [violations, passes, incomplete, inapplicable].flat().map((rule) => rule.id),
      findings: violations.flatMap(({ id, impact, helpUrl, nodes }) =>
        nodes.map((node) => ({
          rule: id,
          level: node.impact ?? impact ?? "unrated",
          place: `${node.target.join(" ")} ${node.html}`.slice(0, 300),
          message: node.failureSummary,
          help: helpUrl,
        })),
      ),
    }),
  (error) => done({ failure: String(error) }),
);
