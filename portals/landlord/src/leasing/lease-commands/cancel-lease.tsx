'use client';

import { CancelLeaseDocument } from '../gql/graphql';
import { cancelLease } from '../gql/rules';
import { plainCommand } from './plain-command';

export default plainCommand('cancel', CancelLeaseDocument, cancelLease);
