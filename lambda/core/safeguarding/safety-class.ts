/** What is caught before anything else and answered with fixed words. */
export const SAFETY_CLASSES = ['urgent', 'self-harm', 'abuse', 'too-many-tablets', 'low-mood'] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];
