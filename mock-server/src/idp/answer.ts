import type { ListedProvider } from '../identity-providers.ts';
import type { World } from '../world.ts';
import {
  giveIdToken,
  letPersonGo,
  providerMetadata,
  showKeys,
  showPeople,
} from './oidc-provider.ts';

/** The provider whose pages have that name. */
export function providerNamed(world: World, providerId: string): ListedProvider | undefined {
  return [...world.providers.values()].find((provider) => provider.providerId === providerId);
}

/** What a listed OpenID provider answers; `undefined` for what it has not. */
export async function oidcAnswer(world: World, request: Request): Promise<Response | undefined> {
  const [, providerId = '', page = ''] =
    /^\/idp\/([^/]+)\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
  const provider = providerNamed(world, decodeURIComponent(providerId));
  if (provider?.protocol !== 'oidc') return undefined;
  switch (`${request.method} ${page}`) {
    case 'GET authorize':
      return showPeople(provider, world, request);
    case 'POST authorize':
      return letPersonGo(provider, world, request);
    case 'POST token':
      return giveIdToken(provider, world, request);
    case 'GET jwks':
      return showKeys(provider, world);
    case 'GET .well-known/openid-configuration':
      return Response.json(providerMetadata(provider, world));
    default:
      return undefined;
  }
}
