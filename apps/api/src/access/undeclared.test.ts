import { describe, expect, it } from '@jest/globals'
import { Controller, Get, Module, Post } from '@nestjs/common'
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
import { AppModule } from '../app.module.js'
import { Action } from './action.decorator.js'
import { doorsOf, undeclared } from './undeclared.js'

class Inherited {
  @Post('inherited')
  forgotten(): string {
    return 'from above'
  }
}

@Controller('planted')
class PlantedController extends Inherited {
  @Get()
  @Action('self.read')
  declared(): string {
    return 'ok'
  }

  @Get('open')
  open(): string {
    return 'anybody'
  }
}

@WebSocketGateway()
class PlantedGateway {
  @SubscribeMessage('shout')
  shout(): string {
    return 'anybody'
  }

  @SubscribeMessage('whisper')
  @Action('plan.look')
  whisper(): string {
    return 'ok'
  }
}

@Module({ controllers: [PlantedController], providers: [PlantedGateway] })
class PlantedModule {}

@Module({ imports: [{ module: PlantedModule }] })
class AroundModule {}

describe('the build', () => {
  it('[AC1] names every route and event that declares no action, however deep it hides', () => {
    expect(undeclared(AroundModule)).toEqual([
      'PlantedController.open is a route without an @Action',
      'PlantedController.forgotten is a route without an @Action',
      'PlantedGateway.shout is an event without an @Action',
    ])
  })

  it('[AC1] finds the routes of the API, and all of them declare theirs', () => {
    const names = doorsOf(AppModule).map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['IdentityController.signIn', 'IdentityController.me', 'CaseController.read']),
    )
    expect(undeclared(AppModule)).toEqual([])
  })
})
