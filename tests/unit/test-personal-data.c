/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-personal-data.h"

/* What is found, and what is not: texts of contributions as people write them. */

typedef struct {
  const char *text;
  const char *birth, *plate, *number;
} Case;

static const Case cases[] = {
  /* dates of birth */
  { "Herr M., geb. 12.03.1981, steht dort", "geb. 12.03.1981", NULL, NULL },
  { "geboren am 1.2.99 in Trier", "geboren am 1.2.99", NULL, NULL },
  { "Geburtsdatum: 1981-03-12", "Geburtsdatum: 1981-03-12", NULL, NULL },
  { "born on 12 March 1981", "born on 12 March 1981", NULL, NULL },
  { "geboren am 3. Mai 2015", "geboren am 3. Mai 2015", NULL, NULL },
  { "der Sohn (* 04.05.2018)", "* 04.05.2018", NULL, NULL },
  { "Date of birth 04.05.1970", "Date of birth 04.05.1970", NULL, NULL },
  { "Max Muster 12.03.1981", "12.03.1981", NULL, NULL },
  { "Max Muster, 1981-03-12", "1981-03-12", NULL, NULL },
  { "am 12.10.2026, dann 12.03.1981", "12.03.1981", NULL, NULL },
  { "Begehung am 29.03.2022", NULL, NULL, NULL },
  { "seit dem 01.01.2013 dunkel", NULL, NULL, NULL },
  { "am 31.12.2012 zuletzt", "31.12.2012", NULL, NULL },
  { "im Jahr 1981 gebaut", NULL, NULL, NULL },
  { "von 18:00 bis 20:00 Uhr, 12. Stock", NULL, NULL, NULL },
  { "Gebäude 12.3", NULL, NULL, NULL },
  /* number plates */
  { "Auto TR-AB 123 parkt falsch", NULL, "TR-AB 123", NULL },
  { "B-MW 1234E", NULL, "B-MW 1234E", NULL },
  { "TR AB 123", NULL, "TR AB 123", NULL },
  { "wohl tr-ab123", NULL, "tr-ab123", NULL },
  { "WÜ-X 5", NULL, "WÜ-X 5", NULL },
  { "HH-AB-123", NULL, "HH-AB-123", NULL },
  { "MS-P11-3 und MS-P01-1", NULL, NULL, NULL },
  { "CI-001, AR-02, LG 2026/01", NULL, NULL, NULL },
  { "siehe TOP A 15", NULL, NULL, NULL },
  { "Bus N1 um 22 Uhr, Linie 12", NULL, NULL, NULL },
  { "Covid-19, B-Plan 12, S-Bahn 3", NULL, NULL, NULL },
  /* case numbers */
  { "Az. 8033 Js 12345/24", NULL, NULL, "8033 Js 12345/24" },
  { "12 UJs 4567/2026 eingestellt", NULL, NULL, "12 UJs 4567/2026" },
  { "ST/0123456/2026", NULL, NULL, "ST/0123456/2026" },
  { "240101-1230-012345", NULL, NULL, "240101-1230-012345" },
  { "Vorgangsnummer: 4010/12345/2026", NULL, NULL, "Vorgangsnummer: 4010/12345/2026" },
  { "Tgb.-Nr. 77/26", NULL, NULL, "Tgb.-Nr. 77/26" },
  { "case number 2026/123", NULL, NULL, "case number 2026/123" },
  { "Aktenzeichen fehlt", NULL, NULL, NULL },
  { "LG 2026/01, Beschluss 3/2026", NULL, NULL, NULL },
  /* all of them, and none */
  { "geb. 1.1.1990, TR-AB 12, 1 Js 2/26", "geb. 1.1.1990", "TR-AB 12", "1 Js 2/26" },
  { "Zu dunkel am Weg hinter der Bibliothek", NULL, NULL, NULL },
  { "", NULL, NULL, NULL },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MappePersonalFound) found = { { NULL } };
      gboolean any = mappe_personal_data_find (cases[i].text, 2026, &found);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found.found[MAPPE_PERSONAL_BIRTH], ==, cases[i].birth);
      g_assert_cmpstr (found.found[MAPPE_PERSONAL_PLATE], ==, cases[i].plate);
      g_assert_cmpstr (found.found[MAPPE_PERSONAL_CASE], ==, cases[i].number);
      g_assert_cmpint (any, ==, cases[i].birth != NULL || cases[i].plate != NULL || cases[i].number != NULL);
    }
}

/* A bare date is one of birth from the age of 14 to that of 120. */
static void
test_years (void)
{
  static const struct { int year; gboolean birth; } ages[] = {
    { 2025, FALSE }, { 2026, TRUE }, { 2132, TRUE }, { 2133, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_auto (MappePersonalFound) found = { { NULL } };

      g_assert_cmpint (mappe_personal_data_find ("am 31.12.2012", ages[i].year, &found), ==, ages[i].birth);
    }
}

static void
test_nothing (void)
{
  g_auto (MappePersonalFound) found = { { NULL } };

  g_assert_false (mappe_personal_data_find (NULL, 2026, &found));
  g_assert_false (mappe_personal_data_find ("\xff geb. 12.03.1981", 2026, &found));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal-data/texts", test_texts);
  g_test_add_func ("/personal-data/years", test_years);
  g_test_add_func ("/personal-data/nothing", test_nothing);
  return g_test_run ();
}
