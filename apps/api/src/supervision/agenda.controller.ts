import {
  agendaOrderSchema,
  agendaSchema,
  type Agenda,
  type AgendaBody,
  type AgendaOrderBody,
} from '@accord/domain/rest/supervision'
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { AgendaService } from './agenda.service.js'
import type { PairAddress } from './pair.service.js'

@Controller('api/supervision/pairs/:supervisor/:practitioner/agenda')
export class AgendaController {
  constructor(private readonly agendas: AgendaService) {}

  @Get()
  @Action('supervision.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param() pair: PairAddress): Promise<Agenda> {
    return orRefused(await this.agendas.read(actor, pair))
  }

  @Post()
  @Action('supervision.write')
  async add(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param() pair: PairAddress,
    @Body(new Parsed(agendaSchema)) body: AgendaBody,
  ): Promise<Agenda> {
    return orRefused(await this.agendas.add(actor, pair, body))
  }

  @Put('order')
  @Action('supervision.write')
  async reorder(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param() pair: PairAddress,
    @Body(new Parsed(agendaOrderSchema)) { items }: AgendaOrderBody,
  ): Promise<Agenda> {
    return orRefused(await this.agendas.reorder(actor, pair, items))
  }

  @Post(':item/discussed')
  @HttpCode(200)
  @Action('supervision.write')
  async discuss(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param() { item, ...pair }: PairAddress & { readonly item: string },
  ): Promise<Agenda> {
    return orRefused(await this.agendas.discuss(actor, pair, item))
  }
}
