import { App, Tags } from 'aws-cdk-lib';
import type { CareFunctions } from './care-function.ts';
import type { CouncilParameters } from './council-parameters.ts';
import { type AlarmStack, alarmStack } from './stacks/alarm-stack.ts';
import { type CareStack, careStack } from './stacks/care-stack.ts';
import { type DataStack, dataStack } from './stacks/data-stack.ts';

export type BellbirdApp = {
  readonly app: App;
  readonly data: DataStack;
  readonly care: CareStack;
  readonly alarms: AlarmStack;
};

/** The three stacks of one council and stage. `outdir` is where the templates go. */
export const bellbirdApp = (
  council: CouncilParameters,
  codeOf: CareFunctions['codeOf'],
  outdir: string,
): BellbirdApp => {
  const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
  const data = dataStack(app, council);
  const care = careStack(app, council, data, codeOf);
  const alarms = alarmStack(app, council, data, care);
  const tags = { service: 'bellbird', council: council.council, stage: council.stage, 'data-class': 'personal' };
  for (const [name, value] of Object.entries(tags)) Tags.of(app).add(name, value);
  return { app, data, care, alarms };
};
