import { SHORT } from '../test/storm/scale.js';
import { describeWeather } from '../test/storm/weather.js';

describeWeather(SHORT);
