import type { Logger } from '@propertea/chassis/runtime';
import { Router } from 'express';
import type { RequestHandler } from 'express';
import { createHash } from 'node:crypto';
import type { ParsedConfig } from '../config.js';
import type { PublicGraph } from '../public-graph/public-graph.js';
import { REFERENCE_CSS, REFERENCE_JS } from '../public-reference/assets.js';
import { referencePage } from '../public-reference/reference-page.js';
import { readReleases } from '../public-reference/releases.js';

/** It loads its own style and script and nothing else, and sends nothing anywhere. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

interface Page {
  readonly sdl: string;
  readonly text: string;
  readonly tag: string;
}

/** `GET /public`: what the public graph is, made of the contract that is served at the moment. */
export function publicReferenceDoor(parts: {
  config: ParsedConfig;
  publicGraph: PublicGraph;
  logger: Logger;
}): Router {
  const { config, publicGraph, logger } = parts;
  let made: Page | undefined;

  async function pageOf(sdl: string): Promise<Page> {
    const releases = await readReleases(config.supergraphPath).catch((error: unknown) => {
      logger.warn({ err: error }, 'the changelog of the public graph cannot be read');
      return [];
    });
    const text = referencePage(sdl, config, releases);
    return { sdl, text, tag: tagOf(text) };
  }

  const router = Router();
  router.get('/public', async (request, response, next) => {
    const { sdl } = publicGraph;
    if (sdl === undefined) return next();
    if (made?.sdl !== sdl) made = await pageOf(sdl);
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', made.tag);
    if (request.fresh) return void response.status(304).end();
    response.type('html').send(made.text);
  });
  router.get('/public/reference.css', asset('css', REFERENCE_CSS));
  router.get('/public/reference.js', asset('js', REFERENCE_JS));
  return router;
}

function asset(type: string, text: string): RequestHandler {
  const tag = tagOf(text);
  return (request, response) => {
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', tag);
    if (request.fresh) return void response.status(304).end();
    response.type(type).send(text);
  };
}

const tagOf = (text: string) => `"${createHash('sha256').update(text).digest('base64url')}"`;
