import { BigIntType } from '@mikro-orm/core';

/** A column of minor units of money: bigint in store, a number here (up to 2^53 − 1). */
export const minor = new BigIntType('number');
