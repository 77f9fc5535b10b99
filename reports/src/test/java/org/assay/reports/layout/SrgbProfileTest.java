package org.assay.reports.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrgbProfileTest {
    @Test
    void a_reader_takes_it_for_the_profile_of_a_screen_in_three_colours() {
        ICC_Profile profile = ICC_Profile.getInstance(SrgbProfile.bytes());
        assertThat(profile.getColorSpaceType()).isEqualTo(ColorSpace.TYPE_RGB);
        assertThat(profile.getProfileClass()).isEqualTo(ICC_Profile.CLASS_DISPLAY);
        assertThat(SrgbProfile.bytes().length % 4).isZero();
    }

    /** Within a third of a step of 255: what the JDK calls sRGB is the same. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "1, 0, 0", "0, 1, 0", "0, 0, 1", "0.5, 0.25, 0.75", "0.03, 0.02, 0.01"})
    void a_colour_is_what_it_is_to_the_jdk(float red, float green, float blue) {
        float[] colour = {red, green, blue};
        float[] ours = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes())).toRGB(colour);
        assertThat(ours).containsExactly(colour, Offset.offset(0.0013f));
    }
}
