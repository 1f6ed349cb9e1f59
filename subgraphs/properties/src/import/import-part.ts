import type { RequestListener } from 'node:http';
import type { Background, RoomServices } from '@propertea/chassis/graph';
import { downloadRoute } from './downloads.js';
import { ImportWorker } from './import-worker.js';
import { UploadFolder } from './upload-folder.js';
import { uploadRoute } from './uploads.js';

type Services = RoomServices<{ uploadDirectory: string }>;

/** What the room serves of imports beside GraphQL: files in, rejected rows out. */
export function importRoutes(services: Services): Record<string, RequestListener> {
  return {
    '/uploads/imports': uploadRoute(services, folderOf(services)),
    '/downloads/imports': downloadRoute(services),
  };
}

/** The worker that carries imports out, also those that a crash left behind. */
export function importBackground(services: Services): Background {
  return new ImportWorker(services, folderOf(services));
}

function folderOf({ settings }: Services): UploadFolder {
  return new UploadFolder(settings.uploadDirectory);
}
