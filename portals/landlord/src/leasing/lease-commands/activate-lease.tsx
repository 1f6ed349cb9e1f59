'use client';

import { ActivateLeaseDocument } from '../gql/graphql';
import { activateLease } from '../gql/rules';
import { plainCommand } from './plain-command';

export default plainCommand('activate', ActivateLeaseDocument, activateLease);
