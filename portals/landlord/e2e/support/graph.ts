import { throughGateway } from '@propertea/testkit';
import type { Stage, StageAccount } from '@propertea/testkit/stage';
import { becomes } from './page';

interface Answer {
  [field: string]: any;
}

/** The graph as somebody else sees it at the same time, such as a colleague behind the page. */
export async function graphAs(
  stage: Stage,
  account: StageAccount,
  organization?: string,
): Promise<(query: string, variables?: Record<string, unknown>) => Promise<Answer>> {
  const token = await stage.token(account.email);
  const send = throughGateway(stage.url, { token, ...(organization && { organization }) });
  return async (query, variables) => {
    const { data, errors } = await send(query, variables);
    const refusals = Object.values((data ?? {}) as Answer).flatMap((field) => field?.errors ?? []);
    if (errors || refusals.length > 0) throw new Error(JSON.stringify(errors ?? refusals));
    return data as Answer;
  };
}

/** Brings somebody into another organization, as an invitation by its administrator does. */
export async function join(
  stage: Stage,
  account: StageAccount,
  organization: { id: string; accounts: { administrator: StageAccount } },
  role = 'VIEWER',
): Promise<void> {
  const inviting = await graphAs(stage, organization.accounts.administrator, organization.id);
  const { inviteMember } = await inviting(
    'mutation Invite($input: InviteMemberInput!) { inviteMember(input: $input) { link errors { message } } }',
    { input: { email: account.email, role } },
  );
  const token = new URL(inviteMember.link).pathname.split('/').pop();
  const accepting = await graphAs(stage, account);
  await accepting(
    'mutation Accept($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { errors { message } } }',
    { input: { token } },
  );
  const look = async () => {
    const { viewer } = await accepting(
      '{ viewer { memberships { nodes { organization { id } } } } }',
    );
    return viewer.memberships.nodes.some(
      (one: Answer) => one['organization']?.id === organization.id,
    );
  };
  await becomes(look, true);
}
