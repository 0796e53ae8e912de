import { SetMetadata } from '@nestjs/common'

const FRESH = 'accord:fresh'

/**
 * What goes far (exports, roles, one's own ways to sign in) is done by whoever proved within the last minutes that it
 * is they who hold the device. (ID33)
 */
export const Fresh = () => SetMetadata(FRESH, true)

export function declaresFresh(handler: object): boolean {
  return Reflect.getMetadata(FRESH, handler) === true
}
