const [guideline, done] = arguments;
const checker = new ace.Checker();
const { checkpoints } = checker.getGuidelines().find(({ id }) => id === guideline);
checker.check(document, [guideline]).then(
  ({ results }) =>
    done({
      rules: checkpoints.flatMap(({ rules }) => (rules ?? []).map(({ id }) => id)),
      // What asks for a person's eye (POTENTIAL, MANUAL) is no finding of a machine.
      findings: results
        .filter(({ value: [, confidence] }) => confidence === "FAIL")
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
