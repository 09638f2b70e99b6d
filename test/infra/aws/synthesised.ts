import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bellbirdApp } from '../../../infra/aws/bellbird-app.ts';
import { type CouncilParameters, councilParameters } from '../../../infra/aws/council-parameters.ts';
import { type Finding, findingsIn } from '../../../infra/aws/findings.ts';

export type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> } & Readonly<
  Record<string, unknown>
>;
export type Resources = Readonly<Record<string, Resource>>;

export type Synthesised = {
  readonly data: Resources;
  readonly care: Resources;
  readonly alarms: Resources;
  readonly findings: { readonly gating: readonly Finding[]; readonly reported: readonly Finding[] };
};

/** The live example's templates and what the rule packs say of them. Code is left out: it changes nothing here. */
export const synthesised = (folder: string, more: Partial<CouncilParameters> = {}): Synthesised => {
  const councils = join(import.meta.dirname, '../../../infra/aws/councils');
  const council = { ...councilParameters(readFileSync(join(councils, 'harbour.live.json'), 'utf8')), ...more };
  const built = bellbirdApp(council, () => Code.fromInline('exports.handler = async () => undefined;'), folder);
  const findings = findingsIn(built.app);
  const assembly = built.app.synth();
  const resourcesOf = (stack: { readonly stackName: string }): Resources =>
    assembly.getStackByName(stack.stackName).template.Resources;
  return {
    data: resourcesOf(built.data.stack),
    care: resourcesOf(built.care.stack),
    alarms: resourcesOf(built.alarms.stack),
    findings,
  };
};

export const ofType = (resources: Resources, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

/** A value of a template as text: `{ 'Fn::GetAtt': ['table', 'Arn'] }` becomes `<table.Arn>`, an import of another stack's the same. */
export const rendered = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [name, inside]: [string, unknown] = Object.entries(value)[0] ?? ['', ''];
  if (name === 'Ref') return `<${inside}>`;
  if (name === 'Fn::GetAtt' && Array.isArray(inside)) return `<${inside.join('.')}>`;
  if (name === 'Fn::ImportValue') return `<${String(inside).replace(/^.*:ExportsOutput(FnGetAtt|Ref)/, '')}>`;
  if (name === 'Fn::Join' && Array.isArray(inside)) return inside[1].map(rendered).join(inside[0]);
  throw new Error(`nobody taught this test to read ${name}`);
};
