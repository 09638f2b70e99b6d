import type { Stage } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { ACCEPTED_FINDINGS, type AcceptedFinding } from './accepted-findings.ts';

/** `at` is the construct's path below its stack. */
export type Finding = { readonly rule: string; readonly at: string; readonly says: string };

/** Findings of the packs that gate (AwsSolutions, Serverless) and of the one that only reports (NIST 800-53, revision 5). */
export const findingsIn = (
  app: Stage,
): { readonly gating: readonly Finding[]; readonly reported: readonly Finding[] } => ({
  gating: [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) => foundBy(pack, app)),
  reported: foundBy(new NIST80053R5Checks(app), app),
});

type Pack = AwsSolutionsChecks | ServerlessChecks | NIST80053R5Checks;

const foundBy = (pack: Pack, app: Stage): readonly Finding[] =>
  pack.validateScope(app).violations.flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ constructPath = '' }) => ({
      rule: ruleName.replace(/\[.*$/, ''),
      at: constructPath.split('/').slice(1).join('/'),
      says: description,
    })),
  );

/** What nobody accepted, or accepted until a day that is past. `today` is `YYYY-MM-DD`. */
export const unaccepted = (
  findings: readonly Finding[],
  today: string,
  accepted: readonly AcceptedFinding[] = ACCEPTED_FINDINGS,
): readonly Finding[] =>
  findings.filter(({ rule, at }) => !accepted.some((one) => one.rule === rule && one.at.test(at) && today < one.until));
