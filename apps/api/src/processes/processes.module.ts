import { createHmac } from 'node:crypto'
import { Module } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { appDriver } from '../database/app-driver.js'
import { appAddress } from '../database/data-source.js'
import { houseKey } from '../history/house-key.js'
import { HintBus } from './hint-bus.js'
import { Neighbours } from './neighbours.js'
import { NotifyBus } from './notify-bus.js'
import { Stirrings } from './stirrings.js'
import { StreamBus } from './stream-bus.js'

@Module({
  providers: [{ provide: HintBus, inject: [CONFIG], useFactory: busOf }, Neighbours, Stirrings],
  exports: [Neighbours, Stirrings],
})
export class ProcessesModule {}

function busOf(config: Config): HintBus {
  return config.redisUrl
    ? new StreamBus(config.redisUrl, `accord:hints:${houseOf(config)}`)
    : new NotifyBus(appAddress(config), appDriver(config.dataDir).Client)
}

/** Names this house to a Redis that several share: all its processes have one key of the house and one database. (MP4) */
function houseOf({ dataDir, databaseUrl }: Config): string {
  const { pathname } = new URL(databaseUrl)
  return createHmac('sha256', houseKey(dataDir)).update(pathname).digest('hex').slice(0, 16)
}
