'use client';

import { CloseLeaseDocument } from '../gql/graphql';
import { closeLease } from '../gql/rules';
import { plainCommand } from './plain-command';

export default plainCommand('close', CloseLeaseDocument, closeLease);
