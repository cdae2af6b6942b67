import type { PictureData } from '../document.js';
import { checksPicture } from './checks-picture.js';
import { hoursPicture } from './hours-picture.js';
import type { Markup } from './markup.js';
import { needsPicture } from './needs-picture.js';
import { timelinePicture } from './timeline-picture.js';

/** A picture as drawings for wide and narrow screens; `id` keeps their names apart from those of others. */
export function pagePicture(picture: PictureData, id: string): Markup {
  switch (picture.of) {
    case 'checks':
      return checksPicture(picture.parts, picture.waits);
    case 'timeline':
      return timelinePicture(picture, id);
    case 'needs':
      return needsPicture(picture.dependencies);
    case 'hours':
      return hoursPicture(picture.hours, id);
  }
}
