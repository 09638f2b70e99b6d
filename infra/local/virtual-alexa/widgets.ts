import { deliverQueued } from './apis/data-store-api.ts';
import { type SkillSide, tellSkill } from './ask-skill.ts';
import type { VirtualEcho } from './virtual-echo.ts';

/** The package that the skill brings (`infra/skill-package/widget`). */
const PACKAGE = { packageId: 'bellbird.alert', packageVersion: '1.0.0' };

/** Somebody adds the widget on an Echo Show: the skill is told, and from now on the Echo takes what is put there. */
export const addWidget = async (side: SkillSide, echo: VirtualEcho): Promise<void> => {
  if (!echo.screen) return;
  side.world.changeEcho(echo.echoId, (before) => ({
    ...before,
    widget: before.widget ?? { isOff: false, objects: {}, queued: [] },
  }));
  const usages = [{ instanceId: echo.echoId, location: 'FAVORITE' as const }];
  await tellSkill(side, echo.accountId, {
    type: 'Alexa.DataStore.PackageManager.UsagesInstalled',
    payload: { ...PACKAGE, usages },
  });
};

/** The Echo is pulled from the socket, or plugged in again: then it takes what was queued. */
export const plug = ({ world }: Pick<SkillSide, 'world'>, echoId: string, isOn: boolean): void => {
  world.changeEcho(echoId, (before) =>
    before.widget === undefined ? before : { ...before, widget: { ...before.widget, isOff: !isOn } },
  );
  deliverQueued(world, echoId);
};
