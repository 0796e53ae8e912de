import type { PersonId } from '@accord/domain/ids'
import { staffSchema, type People, type StaffBody, type StaffMember } from '@accord/domain/rest/people'
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { PeopleService } from './people.service.js'

@Controller('api')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('people')
  @Action('people.list')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<People> {
    return this.people.list(actor)
  }

  @Post('staff')
  @Action('people.manage')
  @Fresh()
  async add(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(staffSchema)) body: StaffBody,
  ): Promise<StaffMember> {
    return orRefused(await this.people.addStaff(actor, body))
  }

  @Put('staff/:id')
  @Action('people.manage')
  @Fresh()
  async change(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('id') id: PersonId,
    @Body(new Parsed(staffSchema)) body: StaffBody,
  ): Promise<StaffMember> {
    return orRefused(await this.people.changeStaff(actor, id, body))
  }

  @Post('people/:id/disable')
  @HttpCode(204)
  @Action('people.manage')
  @Fresh()
  async disable(@WhoIsSignedIn() { actor }: SignedIn, @Param('id') id: PersonId): Promise<void> {
    orRefused(await this.people.disable(actor, id))
  }

  @Post('people/:id/enable')
  @HttpCode(204)
  @Action('people.manage')
  @Fresh()
  async enable(@WhoIsSignedIn() { actor }: SignedIn, @Param('id') id: PersonId): Promise<void> {
    orRefused(await this.people.enable(actor, id))
  }

  @Post('people/:id/sign-out')
  @HttpCode(204)
  @Action('people.manage')
  @Fresh()
  async signOutEverywhere(@WhoIsSignedIn() { actor }: SignedIn, @Param('id') id: PersonId): Promise<void> {
    orRefused(await this.people.signOut(actor, id))
  }
}
