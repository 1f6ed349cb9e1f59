import { Authenticated, Public } from '@propertea/chassis/graph';
import { ObjectType } from 'type-graphql';

@Public()
@Authenticated()
@ObjectType('Portfolio', {
  description: 'Everything live within the reach of the caller, in numbers.',
})
export class PortfolioObject {}
