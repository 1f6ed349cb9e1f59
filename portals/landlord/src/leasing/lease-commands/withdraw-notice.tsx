'use client';

import { WithdrawNoticeDocument } from '../gql/graphql';
import { withdrawNotice } from '../gql/rules';
import { plainCommand } from './plain-command';

export default plainCommand('withdrawNotice', WithdrawNoticeDocument, withdrawNotice);
