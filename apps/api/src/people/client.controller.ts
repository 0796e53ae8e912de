import type { PersonId } from '@accord/domain/ids'
import { importSchema, type ImportAnswer, type ImportBody } from '@accord/domain/rest/client-import'
import {
  clientSchema,
  deathSchema,
  type Client,
  type ClientBody,
  type DeathBody,
} from '@accord/domain/rest/people'
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ClientImportService } from './client-import.service.js'
import { ClientService } from './client.service.js'
import { DeathService } from './death.service.js'

@Controller('api/clients')
export class ClientController {
  constructor(
    private readonly clients: ClientService,
    private readonly imports: ClientImportService,
    private readonly deaths: DeathService,
  ) {}

  @Post()
  @Action('people.manage')
  async add(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(clientSchema)) body: ClientBody,
  ): Promise<Client> {
    return orRefused(await this.clients.add(actor, body))
  }

  @Post('import')
  @HttpCode(200)
  @Action('people.import')
  async import(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(importSchema)) { csv }: ImportBody,
    @Query('dry') dry: unknown,
  ): Promise<ImportAnswer> {
    return this.imports.import(actor, csv, { dry: dry !== undefined && dry !== '0' })
  }

  @Get(':id')
  @Action('client.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('id') id: PersonId): Promise<Client> {
    return orRefused(await this.clients.read(actor, id))
  }

  @Post(':id/death')
  @HttpCode(200)
  @Action('client.death')
  async noteDeath(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('id') id: PersonId,
    @Body(new Parsed(deathSchema)) body: DeathBody,
  ): Promise<Client> {
    orRefused(await this.deaths.note(actor, id, body))
    return orRefused(await this.clients.read(actor, id))
  }

  @Put(':id')
  @Action('client.write')
  async change(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('id') id: PersonId,
    @Body(new Parsed(clientSchema)) body: ClientBody,
  ): Promise<Client> {
    return orRefused(await this.clients.change(actor, id, body))
  }
}
