import type { PersonId } from '@accord/domain/ids'
import { importSchema, type ImportAnswer, type ImportBody } from '@accord/domain/rest/client-import'
import { clientSchema, type Client, type ClientBody } from '@accord/domain/rest/people'
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ClientImportService } from './client-import.service.js'
import { ClientService } from './client.service.js'

@Controller('api/clients')
export class ClientController {
  constructor(
    private readonly clients: ClientService,
    private readonly imports: ClientImportService,
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
