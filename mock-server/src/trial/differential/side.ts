import { callback, otherCallback } from './clients.ts';

/** What is sent to a server. */
export interface Sent {
  readonly path: string;
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Of a query, or of a form when the method is POST; a list where a name is given twice. */
  readonly parameters?: readonly (readonly [string, string])[] | undefined;
  readonly body?: string | undefined;
}

/** One of the two servers, behind a port. */
export interface Side {
  readonly issuer: string;
  /** A browser that was never here. */
  browser(): Browser;
  close(): Promise<void>;
}

/** A browser with its cookies, and the person in front of it. */
export interface Browser {
  /** Sends something, and follows nowhere. */
  send(sent: Sent): Promise<Response>;
  /** Signs in and allows everything, from an address of the server to where that leads. */
  signIn(address: string): Promise<URL>;
  /** Whether an address of the server tells of an error, and does not ask the person. */
  isError(address: URL): Promise<boolean>;
  /** Lets in the device that shows the code, or turns it away. */
  answerDevice(userCode: string, answer: 'allow' | 'cancel'): Promise<void>;
}

/** A browser's cookies, as far as two servers on this machine need them. */
export function cookieJar() {
  const cookies = new Map<string, { value: string; path: string }>();
  return {
    header: (path: string) =>
      [...cookies]
        .filter(([, cookie]) => path.startsWith(cookie.path))
        .map(([name, cookie]) => `${name}=${cookie.value}`)
        .join('; '),
    keep: (response: Response) => {
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        const path = /; *path=([^;]+)/i.exec(line)?.[1] ?? '/';
        const gone = value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line);
        if (gone) cookies.delete(name);
        else cookies.set(name, { value, path });
      }
    },
  };
}

/** Sends over the network, with the cookies of a jar where there is one. */
export async function sendTo(
  issuer: string,
  { path, method = 'GET', headers = {}, parameters, body }: Sent,
  jar?: ReturnType<typeof cookieJar>,
): Promise<Response> {
  const url = new URL(path, issuer);
  const text = new URLSearchParams(parameters?.map(([name, value]) => [name, value]));
  const inQuery = method === 'GET' || method === 'HEAD';
  if (inQuery && parameters) url.search = text.toString();
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      Accept: path === '/authorize' || path === '/logout' ? 'text/html' : 'application/json',
      ...(jar && { Cookie: jar.header(url.pathname) }),
      ...(!inQuery && parameters && form),
      ...headers,
    },
    ...(!inQuery && { body: body ?? text.toString() }),
  });
  jar?.keep(response);
  return response;
}

/** Whether an address is one of the application's. */
export function isOfApplication(address: URL): boolean {
  return [callback, otherCallback].includes(address.origin + address.pathname);
}

/** The address that a redirect leads to. */
export function locationOf(response: Response, issuer: string): URL | undefined {
  const location = response.headers.get('Location');
  return location === null ? undefined : new URL(location, issuer);
}
