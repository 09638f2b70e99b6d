import { createMiddleware } from 'hono/factory';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { ConsoleEnv } from './console-env.ts';

/** Everything a page could ask a browser for and none of ours does (https://www.w3.org/TR/permissions-policy/). */
const PERMISSIONS_OFF = {
  accelerometer: false,
  autoplay: false,
  camera: false,
  displayCapture: false,
  encryptedMedia: false,
  fullscreen: false,
  geolocation: false,
  gyroscope: false,
  magnetometer: false,
  microphone: false,
  midi: false,
  payment: false,
  pictureInPicture: false,
  publickeyCredentialsGet: false,
  screenWakeLock: false,
  usb: false,
  webShare: false,
  xrSpatialTracking: false,
} as const;

/** The security headers of every answer, errors too (OWASP ASVS 5, 3.4). Scripts run by their nonce only, and there are none inline. */
export const securityHeaders = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE, "'strict-dynamic'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
    },
    permissionsPolicy: PERMISSIONS_OFF,
    strictTransportSecurity: 'max-age=31536000; includeSubDomains; preload',
    xFrameOptions: 'DENY',
  });

/** Pages hold personal things: no cache keeps them. What may be kept (a packed file) says so itself. */
export const neverCached = createMiddleware<ConsoleEnv>(async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
});
