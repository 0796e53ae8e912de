import pg from 'pg'

/**
 * A connection that may break at any moment, also when it was just made and nobody who asked for it hears it yet. Whatever is
 * asked on it afterwards is told; without somebody who hears it, the break itself would end the process. (FT17)
 */
export class PatientClient extends pg.Client {
  constructor(how?: string | pg.ClientConfig) {
    super(how)
    this.on('error', () => undefined)
  }
}
