import { PAGE_SIZE } from '@/shared/list/list-address';

/** The first page of invitations. */
export const INVITATION_LIST_VARIABLES = { first: PAGE_SIZE };
