import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { ScreenEnv } from './screen-env.ts';
import type { ScreenNeeds } from './screen-needs.ts';

/** Everything a page could ask a browser for and ours does not; it does make sounds, fill the screen and keep it awake. */
const PERMISSIONS = {
  accelerometer: false,
  autoplay: ['self'],
  camera: false,
  displayCapture: false,
  encryptedMedia: false,
  fullscreen: ['self'],
  geolocation: false,
  gyroscope: false,
  magnetometer: false,
  microphone: false,
  midi: false,
  payment: false,
  pictureInPicture: false,
  publickeyCredentialsGet: false,
  screenWakeLock: ['self'],
  usb: false,
  webShare: false,
};

/** The security headers of every answer, errors too (OWASP ASVS 5, 3.4). Nothing inline runs or styles. */
export const screenHeaders = ({ framing }: Pick<ScreenNeeds, 'framing'>) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      frameAncestors: [framing === 'self' ? "'self'" : "'none'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
    },
    permissionsPolicy: PERMISSIONS,
    strictTransportSecurity: 'max-age=31536000; includeSubDomains; preload',
    xFrameOptions: framing === 'self' ? 'SAMEORIGIN' : 'DENY',
  });

/** What is shown may be personal: no cache keeps it. A packed file says itself that it may be kept. */
export const neverCached = createMiddleware<ScreenEnv>(async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
});
