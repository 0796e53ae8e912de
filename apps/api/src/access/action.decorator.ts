import 'reflect-metadata'
import type { Action as ActionName } from '@accord/domain/access/action'
import { SetMetadata } from '@nestjs/common'

const ACTION = 'accord:action'

/** Names what a route or a socket event does. One without is refused, and fails the build. (AC1) */
export const Action = (action: ActionName) => SetMetadata(ACTION, action)

export function declaredAction(handler: object): ActionName | undefined {
  return Reflect.getMetadata(ACTION, handler) as ActionName | undefined
}
