import { Authenticated, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { propertyArrival } from '../member/property-arrival.js';
import {
  type ApiClientGrantInput,
  ChangeApiClientInput,
  ChangeApiClientPayload,
  CreateApiClientInput,
  CreateApiClientPayload,
  RevokeApiClientInput,
  RevokeApiClientKeyInput,
  RevokeApiClientKeyPayload,
  RevokeApiClientPayload,
  RotateApiClientKeyInput,
  RotateApiClientKeyPayload,
} from './api-client-commands.type.js';
import { apiClientById } from './api-client.loader.js';
import { changeApiClient } from './change-api-client.js';
import { createApiClient } from './create-api-client.js';
import { revokeApiClient } from './revoke-api-client.js';
import { revokeApiClientKey } from './revoke-api-client-key.js';
import { rotateApiClientKey } from './rotate-api-client-key.js';

@Resolver()
export class ApiClientCommandsResolver {
  @Authenticated()
  @Mutation(() => CreateApiClientPayload, {
    nullable: true,
    description: 'Creates an API client with its first key; for administrators.',
  })
  async createApiClient(
    @Arg('input', () => CreateApiClientInput, { description: 'The new client.' })
    input: CreateApiClientInput,
    @Ctx() context: RoomContext,
  ) {
    await arrivals(context, input.grants);
    return context.run(createApiClient, input, async ({ key, ...done }) => ({
      ...(await asPayload(context, done)),
      key,
    }));
  }

  @Authenticated()
  @Mutation(() => ChangeApiClientPayload, {
    nullable: true,
    description: 'Says anew what an API client is called and may do; for administrators.',
  })
  async changeApiClient(
    @Arg('input', () => ChangeApiClientInput, { description: 'What to change.' })
    input: ChangeApiClientInput,
    @Ctx() context: RoomContext,
  ) {
    await arrivals(context, input.grants);
    return context.run(changeApiClient, input, (done) => asPayload(context, done));
  }

  @Authenticated()
  @Mutation(() => RotateApiClientKeyPayload, {
    nullable: true,
    description: 'Gives an API client another key, good at once; for administrators.',
  })
  rotateApiClientKey(
    @Arg('input', () => RotateApiClientKeyInput, {
      description: 'Which client, and how long its other keys are good.',
    })
    input: RotateApiClientKeyInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(rotateApiClientKey, input, async ({ key, ...done }) => ({
      ...(await asPayload(context, done)),
      key,
    }));
  }

  @Authenticated()
  @Mutation(() => RevokeApiClientKeyPayload, {
    nullable: true,
    description: 'Ends one key of an API client at once; for administrators.',
  })
  revokeApiClientKey(
    @Arg('input', () => RevokeApiClientKeyInput, { description: 'Which key.' })
    input: RevokeApiClientKeyInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(revokeApiClientKey, input, (done) => asPayload(context, done));
  }

  @Authenticated()
  @Mutation(() => RevokeApiClientPayload, {
    nullable: true,
    description: 'Ends an API client with all its keys at once and for good; for administrators.',
  })
  revokeApiClient(
    @Arg('input', () => RevokeApiClientInput, { description: 'Which client.' })
    input: RevokeApiClientInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(revokeApiClient, input, (done) => asPayload(context, done));
  }
}

async function asPayload(context: RoomContext, { apiClientId }: { apiClientId: string }) {
  return { apiClient: await context.load(apiClientById, apiClientId) };
}

/** One after the other: few grants name a property that was created moments ago. */
async function arrivals(context: RoomContext, grants: readonly ApiClientGrantInput[]) {
  for (const { propertyId } of grants.slice(0, 20)) await propertyArrival(context, propertyId);
}
