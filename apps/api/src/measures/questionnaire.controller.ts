import {
  answersSchema,
  type AnswersBody,
  type AskedQuestionnaires,
  type OwnQuestionnaire,
} from '@accord/domain/rest/measures'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { QuestionnaireService } from './questionnaire.service.js'

@Controller('api/questionnaires')
export class QuestionnaireController {
  constructor(private readonly forms: QuestionnaireService) {}

  @Get()
  @Action('questionnaire.list')
  async waiting(@WhoIsSignedIn() { actor }: SignedIn): Promise<AskedQuestionnaires> {
    return this.forms.waiting(actor)
  }

  @Get(':request')
  @Action('questionnaire.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('request') request: string,
  ): Promise<OwnQuestionnaire> {
    return orRefused(await this.forms.read(actor, request))
  }

  @Post(':request/answers')
  @HttpCode(200)
  @Action('questionnaire.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('request') request: string,
    @Body(new Parsed(answersSchema)) body: AnswersBody,
  ): Promise<OwnQuestionnaire> {
    return orRefused(await this.forms.write(actor, request, body))
  }
}
