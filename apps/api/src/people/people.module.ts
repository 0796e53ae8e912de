import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/identity.module.js'
import { MailModule } from '../mail/mail.module.js'
import { SecretsModule } from '../secrets/secrets.module.js'
import { ClientImportService } from './client-import.service.js'
import { ClientController } from './client.controller.js'
import { ClientRepository } from './client.repository.js'
import { ClientService } from './client.service.js'
import { DeathRepository } from './death.repository.js'
import { DeathService } from './death.service.js'
import { DoorsOfTheDead } from './doors-of-the-dead.js'
import { PeopleController } from './people.controller.js'
import { PeopleRepository } from './people.repository.js'
import { PeopleService } from './people.service.js'

@Module({
  imports: [IdentityModule, MailModule, SecretsModule],
  controllers: [PeopleController, ClientController],
  providers: [
    ClientImportService,
    ClientRepository,
    ClientService,
    DeathRepository,
    DeathService,
    DoorsOfTheDead,
    PeopleRepository,
    PeopleService,
  ],
  exports: [ClientService, DeathRepository],
})
export class PeopleModule {}
