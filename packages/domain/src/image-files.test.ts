import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imageFault, imageTypeOf, mostImageBytes } from './image-files.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const png = bytes('\x89PNG\r\n\x1a\nrest');
const jpeg = bytes('\xff\xd8\xff\xe0rest');
const gif = bytes('GIF89arest');
const webp = bytes('RIFF\x10\x00\x00\x00WEBPVP8 rest');
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe('imageTypeOf', () => {
  it('tells pictures by their first bytes', () => {
    assert.equal(imageTypeOf(png), 'image/png');
    assert.equal(imageTypeOf(jpeg), 'image/jpeg');
    assert.equal(imageTypeOf(gif), 'image/gif');
    assert.equal(imageTypeOf(bytes('GIF87a')), 'image/gif');
    assert.equal(imageTypeOf(webp), 'image/webp');
  });

  it('takes nothing else for a picture, and no beginning that is cut off', () => {
    for (const text of [
      '',
      'PNG',
      '\x89PNG',
      'GIF8',
      'RIFF\0\0\0\0WAVEfmt ',
      '<html>',
      '%PDF-1.7',
    ]) {
      assert.equal(imageTypeOf(bytes(text)), undefined, text);
    }
    for (const whole of [png.subarray(0, 8), jpeg.subarray(0, 3), gif.subarray(0, 6)]) {
      for (let end = 0; end < whole.length; end += 1) {
        assert.equal(imageTypeOf(whole.subarray(0, end)), undefined);
      }
    }
  });
});

describe('imageFault', () => {
  it('finds nothing wrong with a picture of usual size', () => {
    for (const picture of [png, jpeg, gif, webp]) assert.equal(imageFault(picture), undefined);
  });

  it('refuses what is empty, and what is too large by one byte', () => {
    assert.equal(imageFault(new Uint8Array()), 'empty');
    const large = new Uint8Array(mostImageBytes + 1);
    large.set(png);
    assert.equal(imageFault(large), 'too_large');
    assert.equal(imageFault(large.subarray(0, mostImageBytes)), undefined);
  });

  it('refuses SVG however it begins, for it may hold scripts', () => {
    const wide = [...svg].map((letter) => `${letter}\0`).join('');
    for (const text of [
      svg,
      `\xef\xbb\xbf${svg}`,
      `<?xml version="1.0"?><!-- <p> -->\n${svg}`,
      `<!DOCTYPE svg [<!ENTITY x "y">]>${svg}`,
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
      `\xff\xfe${wide}`,
      '<SVG>',
    ]) {
      assert.equal(imageFault(bytes(text)), 'drawing', text);
    }
  });

  it('refuses a page, a script and a program, whatever they are called', () => {
    for (const text of ['<html><script>', 'alert(1)', 'MZ\x90', '#!/bin/sh', 'GIF']) {
      assert.equal(imageFault(bytes(text)), 'no_image', text);
    }
  });
});
