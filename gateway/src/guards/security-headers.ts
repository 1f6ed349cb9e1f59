import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Helmet's headers, with a policy that lets pages load only what this host serves. The explorer's
 * editor makes its own styles and workers, which its own policy allows. Pages that a room serves bring
 * their own policy.
 */
export function securityHeaders(options: {
  publicUrl: string;
  issuer: string;
  roomPaths: string[];
}): RequestHandler {
  const https = options.publicUrl.startsWith('https:');
  // Signing out is a form that leads to the provider.
  const formAction = ["'self'", new URL(options.issuer).origin];
  const common = {
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    // Pages of other origins (the portals) read our answers by CORS.
    crossOriginResourcePolicy: { policy: 'same-site' as const },
    referrerPolicy: { policy: 'same-origin' as const },
  };
  const ours = helmet({ ...common, contentSecurityPolicy: policy({ formAction }, https) });
  const editor = helmet({
    ...common,
    contentSecurityPolicy: policy(
      {
        formAction,
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
      },
      https,
    ),
  });
  const rooms = helmet({ ...common, contentSecurityPolicy: false });
  return (request, response, next) => {
    if (request.path.startsWith('/graphiql')) return editor(request, response, next);
    const isRooms = options.roomPaths.some((path) => request.path.startsWith(path));
    return (isRooms ? rooms : ours)(request, response, next);
  };
}

function policy(directives: Record<string, string[]>, https: boolean) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      ...directives,
      ...(https ? { upgradeInsecureRequests: [] } : {}),
    },
  };
}
