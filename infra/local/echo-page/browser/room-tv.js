// @ts-check
import { find } from './draw.js';

const TV_WIDTH = 1_280;
const picture = find('tv-picture');

new ResizeObserver(() => {
  picture.style.setProperty('--tv-scale', String(picture.clientWidth / TV_WIDTH));
}).observe(picture);
