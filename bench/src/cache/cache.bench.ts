import type { Bench } from '../harness.js';
import { measureCachedPage } from './cached-page.js';

export const cacheBench: Bench = {
  name: 'cache',
  about: 'a property page that the gateway keeps, against one that it fetches and a file',
  run: (options) => measureCachedPage(options),
};
