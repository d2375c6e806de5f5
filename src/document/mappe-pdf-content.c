/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-pdf-private.h"

#include <string.h>

/* What a page paints outside every tag, such as its foot and the lines of tables, is decoration. cairo 1.16 cannot say
 * so, hence its content stream is read, operator by operator (ISO 32000-1, 7.8.2 and 14.8.2.2), and marks are set. */

typedef struct {
  const char *at, *end;
  GString    *out;
  guint       depth;        /* of marked content that is in the structure */
  guint       plain;        /* of other marks in an artifact, such as another text for a glyph */
  gboolean    artifact;     /* one is open */
  gboolean    in_text, in_path;
} Marker;

static gboolean
is_space (char c)
{
  return c == '\0' || strchr (" \n\r\t\f", c) != NULL;
}

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static const char *
skip_string (const char *p, const char *end)
{
  guint depth = 0;

  for (; p < end; p++)
    {
      if (*p == '\\')
        p++;
      else if (*p == '(')
        depth++;
      else if (*p == ')' && --depth == 0)
        return p + 1;
    }
  return end;
}

static const char *
skip_regular (const char *p, const char *end)
{
  while (p < end && !is_space (*p) && !is_delimiter (*p))
    p++;
  return p;
}

/* Returns: the place behind the token at @p */
static const char *
skip_token (const char *p, const char *end)
{
  const char *next;

  switch (*p)
    {
    case '(':
      return skip_string (p, end);
    case '<':
      if (p + 1 < end && p[1] == '<')
        return p + 2;
      next = memchr (p, '>', (gsize) (end - p));
      return next != NULL ? next + 1 : end;
    case '/':
      return skip_regular (p + 1, end);
    default:
      if (is_delimiter (*p))
        return p + (*p == '>' && p + 1 < end && p[1] == '>' ? 2 : 1);
      return skip_regular (p, end);
    }
}

static gboolean
is_operator (const char *token)
{
  static const char *const words[] = { "true", "false", "null", NULL };

  return !is_delimiter (*token) && !g_ascii_isdigit (*token) && strchr ("+-.", *token) == NULL
         && !g_strv_contains (words, token);
}

static gboolean
is_one_of (const char *token, const char *const *tokens)
{
  return g_strv_contains (tokens, token);
}

static void
end_artifact (Marker *self)
{
  if (self->artifact)
    g_string_append (self->out, "EMC\n");
  self->artifact = FALSE;
}

static void
begin_artifact (Marker *self)
{
  if (!self->artifact)
    g_string_append (self->out, "/Artifact BMC\n");
  self->artifact = TRUE;
}

/* Before an operator: marks begin where something is painted or a path for it begins. @structured: whether its operands
 * name a place in the structure */
static void
prepare (Marker *self, const char *operator, gboolean structured)
{
  static const char *const marks[] = { "BDC", "BMC", NULL };
  static const char *const painters[] = { "BT", "m", "re", "sh", "Do", NULL };

  if (is_one_of (operator, marks) && (structured || self->depth > 0))
    {
      if (self->depth == 0)
        end_artifact (self);
      self->depth++;
    }
  else if (is_one_of (operator, marks))
    {
      begin_artifact (self);
      self->plain++;
    }
  else if (self->depth == 0 && is_one_of (operator, painters))
    begin_artifact (self);
}

/* Behind an operator: they end where text or path is done. */
static void
conclude (Marker *self, const char *operator)
{
  static const char *const path_ends[] = { "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", NULL };

  if (g_str_equal (operator, "EMC") && self->depth + self->plain > 0)
    *(self->depth > 0 ? &self->depth : &self->plain) -= 1;
  if (g_str_equal (operator, "BT") || g_str_equal (operator, "ET"))
    self->in_text = *operator == 'B';
  if (g_str_equal (operator, "m") || g_str_equal (operator, "re"))
    self->in_path = TRUE;
  if (is_one_of (operator, path_ends))
    self->in_path = FALSE;
  if (self->artifact && !self->in_text && !self->in_path && self->plain == 0)
    end_artifact (self);
}

/* White space and comments. */
static void
skip_blank (Marker *self)
{
  while (self->at < self->end && (is_space (*self->at) || *self->at == '%'))
    {
      const char *line_end = *self->at == '%' ? memchr (self->at, '\n', (gsize) (self->end - self->at)) : self->at;

      self->at = line_end != NULL ? line_end + 1 : self->end;
    }
}

/* Copies all that stands before the next operator, and it. Returns: whether there was one that can be copied */
static gboolean
copy_statement (Marker *self)
{
  const char *start;

  skip_blank (self);
  for (start = self->at; self->at < self->end;)
    {
      const char *next = skip_token (self->at, self->end);
      g_autofree char *token = g_strndup (self->at, (gsize) (next - self->at));

      self->at = next;
      if (*token != '\0' && is_operator (token))
        {
          /* The bytes of an image within the stream are no tokens. */
          if (g_str_equal (token, "BI"))
            return FALSE;
          prepare (self, token, g_strstr_len (start, self->at - start, "/MCID") != NULL);
          g_string_append_len (self->out, start, self->at - start);
          g_string_append_c (self->out, '\n');
          conclude (self, token);
          return TRUE;
        }
      skip_blank (self);
    }
  return start == self->end;
}

/*
 * @content: content stream of a page
 *
 * Returns: (transfer full) (nullable): the same with every painting outside marked content marked as an artifact; %NULL
 *   for a stream that cannot be read
 */
char *
mappe_pdf_mark_artifacts (const char *content, gsize length)
{
  Marker self = { .at = content, .end = content + length, .out = g_string_sized_new (length + length / 8) };

  while (self.at < self.end)
    if (!copy_statement (&self))
      {
        g_string_free (self.out, TRUE);
        return NULL;
      }
  end_artifact (&self);
  return g_string_free (self.out, FALSE);
}
