import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Moves with the Tab key until something of that name has the focus; fails when it never does. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(
      '(() => { const at = document.activeElement; const label = at?.labels?.[0]?.innerText ?? ""; return (label || at?.innerText || "").trim(); })()',
    );
    if (focused.startsWith(name)) return;
  }
  assert.fail(`the keyboard never reaches "${name}"`);
};

/** Whether what has the focus is seen to have it: GOV.UK's yellow, or an outline. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(
    '(() => { const at = document.activeElement; const own = getComputedStyle(at); const label = getComputedStyle(at.labels?.[0] ?? at, "::before"); return own.outlineStyle !== "none" || own.boxShadow !== "none" || label.boxShadow !== "none" || label.outlineStyle !== "none"; })()',
  );

/** What somebody does with the keyboard alone; each step fails when the focus is not seen. */
export const byKeyboard = (page: Page) => {
  const reach = async (name: string): Promise<void> => {
    await tabTo(page, name);
    assert.ok(await focusIsSeen(page), `the focus on "${name}" is not seen`);
  };
  return {
    reach,
    choose: async (name: string): Promise<void> => {
      await reach(name);
      await page.keyboard.press('Space');
    },
    type: async (name: string, text: string): Promise<void> => {
      await reach(name);
      await page.keyboard.type(text);
    },
    press: async (name: string): Promise<void> => {
      await reach(name);
      const gone = page.waitForEvent('load');
      await page.keyboard.press('Enter');
      await gone;
    },
  };
};
