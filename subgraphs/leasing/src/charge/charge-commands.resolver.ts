import { Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addChargeTemplate } from './add-charge-template.js';
import { changeChargeTemplate } from './change-charge-template.js';
import { removeChargeTemplate } from './remove-charge-template.js';
import { scheduleRentChange } from './schedule-rent-change.js';
import { cancelRentChange } from './cancel-rent-change.js';
import { type LeasePayload, reloadLease } from '../lease/reload-lease.js';
import {
  AddChargeTemplateInput,
  AddChargeTemplatePayload,
  ChangeChargeTemplateInput,
  ChangeChargeTemplatePayload,
  RemoveChargeTemplateInput,
  RemoveChargeTemplatePayload,
  ScheduleRentChangeInput,
  ScheduleRentChangePayload,
  CancelRentChangeInput,
  CancelRentChangePayload,
} from './charge-commands.type.js';

@Resolver()
export class ChargeCommandsResolver {
  @Public()
  @Authenticated()
  @Mutation(() => AddChargeTemplatePayload, {
    nullable: true,
    description: 'Adds a charge to a lease.',
  })
  addChargeTemplate(
    @Arg('input', () => AddChargeTemplateInput, { description: 'The new charge.' })
    input: AddChargeTemplateInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(addChargeTemplate, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeChargeTemplatePayload, {
    nullable: true,
    description: 'Changes a charge of a lease; what is billed stays as it is.',
  })
  changeChargeTemplate(
    @Arg('input', () => ChangeChargeTemplateInput, { description: 'What is different.' })
    input: ChangeChargeTemplateInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(changeChargeTemplate, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RemoveChargeTemplatePayload, {
    nullable: true,
    description: 'Removes a charge that has no line yet.',
  })
  removeChargeTemplate(
    @Arg('input', () => RemoveChargeTemplateInput, { description: 'Which charge.' })
    input: RemoveChargeTemplateInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(removeChargeTemplate, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ScheduleRentChangePayload, {
    nullable: true,
    description: 'Schedules what a charge costs from a day on.',
  })
  scheduleRentChange(
    @Arg('input', () => ScheduleRentChangeInput, {
      description: 'Which charge, and what it costs.',
    })
    input: ScheduleRentChangeInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(scheduleRentChange, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => CancelRentChangePayload, {
    nullable: true,
    description: 'Takes a change of the rent back, as long as nothing was billed with it.',
  })
  cancelRentChange(
    @Arg('input', () => CancelRentChangeInput, { description: 'Which change.' })
    input: CancelRentChangeInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(cancelRentChange, input, reloadLease(context));
  }
}
