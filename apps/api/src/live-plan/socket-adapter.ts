import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { INestApplication, WsMessageHandler } from '@nestjs/common'
import { AbstractWsAdapter } from '@nestjs/websockets'
import { isObservable, lastValueFrom } from 'rxjs'
import { Server, type Socket } from 'socket.io'
import { LOGGER, type Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import { Handshake } from './handshake.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'

const REASONS = {
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

/** Lets the app open sockets, on both ports. Called before the app is initialised. */
export function useLiveSockets(app: INestApplication): void {
  app.useWebSocketAdapter(new SocketAdapter(app))
}

/**
 * socket.io over WebSocket alone, with its door guarded before the handshake. Nest's own adapter brings a second
 * copy of socket.io along and a chain of observables for each message.
 */
class SocketAdapter extends AbstractWsAdapter {
  constructor(private readonly app: INestApplication) {
    super(app)
  }

  create(): Server {
    const limits = this.app.get<LiveLimits>(LIVE_LIMITS)
    return new Server(this.app.getHttpServer() as HttpServer, {
      transports: ['websocket'],
      allowUpgrades: false,
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: limits.messageBytes,
      connectTimeout: limits.connectTime,
      allowRequest: (request, answer) => this.decide(request, () => answer(null, true)),
    })
  }

  /** Whatever a handler throws stays here: socket.io would let it end the process. (S4) */
  bindMessageHandlers(socket: Socket, handlers: WsMessageHandler[]): void {
    for (const { message, callback } of handlers) {
      const handle = async (body: unknown) => {
        const said: unknown = await callback(body)
        // What an interceptor stands before begins when it is listened to.
        if (isObservable(said)) await lastValueFrom(said, { defaultValue: undefined })
      }
      socket.on(message, (body: unknown) => void handle(body).catch((error: unknown) => this.log(error)))
    }
  }

  private decide(request: IncomingMessage, open: () => void): void {
    this.app
      .get(Handshake)
      .refusal(request)
      .then(
        (status) => {
          if (status === null) open()
          else turnAway(request, status)
        },
        (error: unknown) => {
          this.log(error)
          turnAway(request, 503)
        },
      )
  }

  private log(error: unknown): void {
    logBug(this.app.get<Logger>(LOGGER), error)
  }
}

/** engine.io answers every refusal with 400; whoever was refused should learn which it was. */
function turnAway(request: IncomingMessage, status: keyof typeof REASONS): void {
  request.socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
