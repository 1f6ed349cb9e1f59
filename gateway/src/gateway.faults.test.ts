import { jest } from '@jest/globals';
import { longScale } from '../test/storm/scale.js';
import { describeWeather } from '../test/storm/weather.js';

jest.setTimeout(1_800_000);

describeWeather(longScale(process.env));
