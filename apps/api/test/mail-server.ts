import { createServer, type Socket } from 'node:net'
import { freePort } from '../src/live-plan/replay/free-port.js'

/** A mail server that keeps what it takes, and says what a test wants it to say. */
export async function startMailServer() {
  const taken: string[] = []
  const recipients: string[] = []
  let answer = '250 taken'
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy()))
    socket.write('220 mail.example.org\r\n')
    let isWriting = false
    let letter = ''
    socket.on('data', (bytes) => {
      const said = bytes.toString('utf8')
      if (isWriting) {
        letter += said
        if (!letter.endsWith('\r\n.\r\n')) return
        isWriting = false
        if (answer.startsWith('250')) taken.push(letter)
        letter = ''
        socket.write(`${answer}\r\n`)
        return
      }
      if (said.startsWith('RCPT')) recipients.push(said.trim())
      isWriting = said.startsWith('DATA')
      socket.write(isWriting ? '354 go on\r\n' : said.startsWith('QUIT') ? '221 bye\r\n' : '250 fine\r\n')
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    settings: { smtpUrl: `smtp://127.0.0.1:${port}/?ignoreTLS=true`, from: 'practice@example.org' },
    taken,
    recipients,
    say: (words: string) => (answer = words),
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
