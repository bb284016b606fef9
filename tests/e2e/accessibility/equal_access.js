const [guideline, done] = arguments;
const checker = new ace.Checker();
const { checkpoints } = checker.getGuidelines().find(({ id }) => id === guideline);
// What a closed <details> holds is taken for shown, but without the labels that stand in it.
const isFolded = (node) => node.parentElement?.closest("details:not([open])") && !node.closest("summary");
// A region that scrolls takes the focus so that keys scroll it: axe-core asks for what this rule advises against.
const mayScroll = (rule, node) => rule === "element_tabbable_role_valid" && node.getAttribute("role") === "region";
checker.check(document, [guideline]).then(
  ({ results }) =>
    done({
      rules: checkpoints.flatMap(({ rules }) => (rules ?? []).map(({ id }) => id)),
      findings: results
        // What asks for a person's eye (POTENTIAL, MANUAL) is no finding of a machine.
        .filter(({ value: [, confidence] }) => confidence === "FAIL")
        .filter(({ ruleId, node }) => !isFolded(node) && !mayScroll(ruleId, node))
        .map(({ ruleId, reasonId, value: [policy], path, snippet, message }) => ({
          rule: ruleId,
          level: policy.toLowerCase(),
          place: `${path.dom} ${snippet}`.slice(0, 300),
          message,
          help: checker.engine.getHelp(ruleId, reasonId),
        })),
    }),
  (error) => done({ failure: String(error) }),
);
